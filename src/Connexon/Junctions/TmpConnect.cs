namespace Connexon;
/// <summary>x</summary>
public static partial class Connect {}
