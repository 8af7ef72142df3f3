using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>The arithmetic that all quantities share, written once: enter by multiplying, leave by dividing.</summary>
public static class QuantityOperators
{
    extension<Q>(Q) where Q : struct, IQuantity<Q>
    {
        /// <summary>The sum of two quantities of one kind.</summary>
        public static Q operator +(Q a, Q b) => Q.From(a.Value + b.Value);

        /// <summary>The difference of two quantities of one kind.</summary>
        public static Q operator -(Q a, Q b) => Q.From(a.Value - b.Value);

        /// <summary>The opposite.</summary>
        public static Q operator -(Q a) => Q.From(-a.Value);

        /// <summary>A number times a unit: <c>0.1 * mS</c>.</summary>
        public static Q operator *(double factor, Q q) => Q.From(factor * q.Value);

        /// <summary>A quantity scaled by a number.</summary>
        public static Q operator *(Q q, double factor) => Q.From(q.Value * factor);

        /// <summary>A quantity divided by a number.</summary>
        public static Q operator /(Q q, double divisor) => Q.From(q.Value / divisor);

        /// <summary>A number divided by a quantity, where that has no type of its own: <c>0.07 / mV</c>.</summary>
        public static Quantity operator /(double factor, Q q) => factor / Quantity.Of(q);

        /// <summary>Numbers times a unit: <c>numbers * mS</c>.</summary>
        public static Q[] operator *(double[] factors, Q unit) => [.. factors.Select(f => Q.From(f * unit.Value))];

        /// <summary>The number that a quantity is in a unit: <c>v / mV</c>.</summary>
        public static double operator /(Q q, Q unit) => q.Value / unit.Value;

        /// <summary>True if a is less than b.</summary>
        public static bool operator <(Q a, Q b) => a.Value < b.Value;

        /// <summary>True if a is greater than b.</summary>
        public static bool operator >(Q a, Q b) => a.Value > b.Value;

        /// <summary>True if a is at most b.</summary>
        public static bool operator <=(Q a, Q b) => a.Value <= b.Value;

        /// <summary>True if a is at least b.</summary>
        public static bool operator >=(Q a, Q b) => a.Value >= b.Value;
    }

    extension<Q, R>(Q) where Q : struct, IQuantity<Q> where R : struct, IQuantity<R>
    {
        /// <summary>A product that has no type of its own: <c>mV * ms</c>.</summary>
        public static Quantity operator *(Q a, R b) => Quantity.Of(a) * Quantity.Of(b);

        /// <summary>A quotient that has no type of its own: <c>uA / ms</c>.</summary>
        [OverloadResolutionPriority(-1)] // of two of one kind it is a number
        public static Quantity operator /(Q a, R b) => Quantity.Of(a) / Quantity.Of(b);
    }

    /// <summary>Numbers of an array of quantities in a unit: <c>trace.In(mV)</c>.</summary>
    /// <param name="quantities">The quantities.</param>
    /// <param name="unit">The unit to count in.</param>
    public static double[] In<Q>(this ReadOnlySpan<Q> quantities, Q unit) where Q : struct, IQuantity<Q>
    {
        var numbers = new double[quantities.Length];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = quantities[i].Value / unit.Value;
        return numbers;
    }
}
