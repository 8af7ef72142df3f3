using System.Globalization;
using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>
/// A number with a dimension known at run time: what files, generic states and unusual parameters need. Adding unlike
/// dimensions throws; the typed quantities (<see cref="Voltage"/>, <see cref="Conductance"/>, ...) convert to it implicitly.
/// </summary>
/// <param name="Value">The number, in the dimension's base unit (<see cref="Dimension.Unit"/>).</param>
/// <param name="Dimension">The dimension.</param>
public readonly record struct Quantity(double Value, Dimension Dimension) : IQuantity
{
    Quantity IQuantity.General => this;

    /// <summary>A typed quantity or a plain number (<see cref="double"/>) as a general quantity.</summary>
    /// <typeparam name="Q">A quantity type, or double.</typeparam>
    /// <exception cref="ArgumentException">Q is neither.</exception>
    public static Quantity Of<Q>(Q q) where Q : struct
    {
        if (typeof(Q) == typeof(Quantity)) return Unsafe.As<Q, Quantity>(ref q);
        return Typed<Q>.Dimension is { } dimension
            ? new Quantity(Unsafe.As<Q, double>(ref q), dimension) // every typed quantity is its number in the base unit
            : throw new ArgumentException($"{typeof(Q).Name} is not a quantity: use a quantity (0.1 * mS) or a plain number.");
    }

    /// <summary>The typed quantity or plain number that this is; the inverse of <see cref="Of"/>.</summary>
    /// <typeparam name="Q">A quantity type, or double.</typeparam>
    public Q As<Q>() where Q : struct
    {
        if (typeof(Q) == typeof(Quantity)) return (Q)(object)this;
        double value = Value;
        return Unsafe.As<double, Q>(ref value);
    }

    /// <summary>A pure number as a quantity.</summary>
    /// <param name="value">The number.</param>
    public static Quantity Number(double value) => new(value, Dimension.None);

    /// <summary>A voltage as a general quantity.</summary>
    public static implicit operator Quantity(Voltage q) => new(q.Value, Dimension.Voltage);

    /// <summary>A current as a general quantity.</summary>
    public static implicit operator Quantity(Current q) => new(q.Value, Dimension.Current);

    /// <summary>A conductance as a general quantity.</summary>
    public static implicit operator Quantity(Conductance q) => new(q.Value, Dimension.Conductance);

    /// <summary>A capacitance as a general quantity.</summary>
    public static implicit operator Quantity(Capacitance q) => new(q.Value, Dimension.Capacitance);

    /// <summary>A time as a general quantity.</summary>
    public static implicit operator Quantity(Time q) => new(q.Value, Dimension.Time);

    /// <summary>A rate as a general quantity.</summary>
    public static implicit operator Quantity(Rate q) => new(q.Value, Dimension.Rate);

    /// <summary>A resistance as a general quantity.</summary>
    public static implicit operator Quantity(Resistance q) => new(q.Value, Dimension.Resistance);

    /// <summary>The sum; both must have one dimension.</summary>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public static Quantity operator +(Quantity a, Quantity b) => new(a.Value + b.Value, Same(a, b, "add"));

    /// <summary>The difference; both must have one dimension.</summary>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public static Quantity operator -(Quantity a, Quantity b) => new(a.Value - b.Value, Same(a, b, "subtract"));

    /// <summary>The opposite.</summary>
    public static Quantity operator -(Quantity a) => a with { Value = -a.Value };

    /// <summary>The product, with the product's dimension.</summary>
    public static Quantity operator *(Quantity a, Quantity b) => new(a.Value * b.Value, a.Dimension * b.Dimension);

    /// <summary>A quantity scaled by a number.</summary>
    public static Quantity operator *(double factor, Quantity q) => q with { Value = factor * q.Value };

    /// <summary>A quantity scaled by a number.</summary>
    public static Quantity operator *(Quantity q, double factor) => q with { Value = q.Value * factor };

    /// <summary>The quotient, with the quotient's dimension.</summary>
    public static Quantity operator /(Quantity a, Quantity b) => new(a.Value / b.Value, a.Dimension / b.Dimension);

    /// <summary>A quantity divided by a number.</summary>
    public static Quantity operator /(Quantity q, double divisor) => q with { Value = q.Value / divisor };

    /// <summary>A number divided by a quantity.</summary>
    public static Quantity operator /(double factor, Quantity q) => new(factor / q.Value, Dimension.None / q.Dimension);

    /// <summary>The number that this quantity is in a unit.</summary>
    /// <param name="unit">A quantity of the same dimension.</param>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public double In(Quantity unit)
    {
        Same(this, unit, "express");
        return Value / unit.Value;
    }

    /// <summary>The quantity rounded to a number of significant digits, for people to read: 3.17321e-5 mV is 3.2E-05 mV with two.</summary>
    /// <param name="digits">Significant digits, 1 to 15.</param>
    public Quantity Rounded(int digits) =>
        this with { Value = double.Parse(Value.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) };

    /// <summary>Reads a number with any known unit ("0.1 mS", "3 mV/ms", "0.5" for a pure number).</summary>
    /// <exception cref="FormatException">No number or an unknown unit.</exception>
    public static Quantity Parse(string s) => QuantityText.ParseAny(s);

    /// <summary>The value with its base unit: "0.1 mS".</summary>
    public override string ToString() => QuantityText.Format(Value, Dimension);

    /// <summary>The dimension of quantities that stand side by side (the weights of a list, the steps of a drive).</summary>
    /// <exception cref="ArgumentException">They have more than one.</exception>
    internal static Dimension Common<Q>(params IEnumerable<Q> all) where Q : struct
    {
        if (typeof(Q) != typeof(Quantity)) return Of(default(Q)).Dimension;
        Quantity? first = null;
        foreach (Quantity q in all.Cast<Quantity>())
            if (q.Dimension != (first ??= q).Dimension)
                throw new ArgumentException(
                    $"{first} and {q} stand side by side, but the first is {first.Value.Dimension}, the second {q.Dimension}: "
                    + "give all one dimension.");
        return first?.Dimension ?? Dimension.None;
    }

    // The dimension that all values of a type have: looked up once, so that drives which are called at every step allocate nothing.
    private static class Typed<Q> where Q : struct
    {
        public static readonly Dimension? Dimension = default(Q) switch
        {
            double => Connexon.Dimension.None,
            IQuantity quantity => quantity.General.Dimension,
            _ => null,
        };
    }

    private static Dimension Same(Quantity a, Quantity b, string verb) =>
        a.Dimension == b.Dimension
            ? a.Dimension
            : throw new ArgumentException($"Cannot {verb} {a} and {b}: the first is {a.Dimension}, the second {b.Dimension}.");
}
