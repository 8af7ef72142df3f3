namespace Connexon;

/// <summary>What a model lets others read: a named expression of its states, its parameters and the time.</summary>
/// <param name="Name">Its name: "INa".</param>
/// <param name="Value">What it is.</param>
/// <param name="Dimension">The dimension of its values.</param>
public sealed record Output(string Name, Expr Value, Dimension Dimension);
