namespace Connexon;

/// <summary>What a network is made of: populations and junctions.</summary>
public interface INetworkPart;
