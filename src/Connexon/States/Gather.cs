using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>Brings states of neurons to the attached elements that read them.</summary>
/// <param name="to">What the elements read.</param>
/// <param name="states">Where the states are.</param>
/// <param name="change">What junctions add to them in an implicit stage; null for states that have none.</param>
/// <param name="elements">The elements, in order.</param>
/// <param name="sources">For each, where its state is, in neurons.</param>
/// <param name="members">Members of the batch.</param>
internal sealed class Gather(PinnedArray to, PinnedArray states, PinnedArray? change, int[] elements, int[] sources, int members)
{
    /// <summary>Brings the states for the elements [first, end), counted with members.</summary>
    /// <param name="first">The first.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="moved">True if what the junctions add to the states is to be counted in.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Bring(int first, int end, bool moved)
    {
        double* target = (double*)to.Address, from = (double*)states.Address;
        double* add = moved && change is not null ? (double*)change.Address : null;
        var (begin, stop) = (Position((first + members - 1) / members), Position((end + members - 1) / members));
        fixed (int* element = elements, source = sources)
            for (int k = begin; k < stop; k++)
                for (int m = 0; m < members; m++)
                {
                    double state = from[source[k] * members + m];
                    target[element[k] * members + m] = add == null ? state : state + add[source[k] * members + m];
                }
    }

    private int Position(int element)
    {
        int at = Array.BinarySearch(elements, element);
        return at < 0 ? ~at : at;
    }
}
