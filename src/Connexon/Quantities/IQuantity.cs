namespace Connexon;

/// <summary>Any quantity, whatever its type says of its dimension.</summary>
public interface IQuantity
{
    /// <summary>The same quantity with its dimension known at run time.</summary>
    Quantity General { get; }
}

/// <summary>
/// A number of one dimension, kept in the dimension's base unit. The implementing structs are eight bytes, so an array of
/// them is an array of numbers.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IQuantity<TSelf> : IQuantity, IFormattable, ISpanParsable<TSelf>
    where TSelf : struct, IQuantity<TSelf>
{
    /// <summary>The dimension that every value of this type has.</summary>
    static abstract Dimension Dimension { get; }

    /// <summary>The value in the base unit of its dimension (mV, uA, ms, mS, uF, kOhm, 1/ms).</summary>
    double Value { get; }

    Quantity IQuantity.General => new(Value, TSelf.Dimension);

    /// <summary>A quantity from a number in the base unit.</summary>
    /// <param name="value">The number, in the base unit.</param>
    static abstract TSelf From(double value);
}
