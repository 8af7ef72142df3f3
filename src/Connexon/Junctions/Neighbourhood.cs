namespace Connexon;

/// <summary>Which cells of a lattice are neighbours.</summary>
public enum Neighbourhood
{
    /// <summary>Those that share a side: 4 in the plane, 6 in space.</summary>
    VonNeumann,

    /// <summary>Those that share a side or a corner: 8 in the plane, 26 in space.</summary>
    Moore,
}
