namespace Connexon;

/// <summary>
/// The dimension of a quantity, as powers of voltage, current, time, length, temperature and amount of substance.
/// These six are independent, and every quantity of electrophysiology is a product of their powers: a conductance is
/// current / voltage, a capacitance current * time / voltage. Powers may be halves (a noise strength is a current times
/// the root of a time).
/// </summary>
/// <remarks>Each dimension has one base unit, so that numbers never carry a factor: mV, uA, ms, um, K, umol.</remarks>
public readonly record struct Dimension
{
    private readonly HalfPowers _powers;

    private Dimension(HalfPowers powers) => _powers = powers;

    /// <summary>A pure number.</summary>
    public static Dimension None => default;

    /// <summary>Voltage, base unit mV.</summary>
    public static Dimension Voltage { get; } = new(new HalfPowers(Voltage: 2));

    /// <summary>Current, base unit uA.</summary>
    public static Dimension Current { get; } = new(new HalfPowers(Current: 2));

    /// <summary>Time, base unit ms.</summary>
    public static Dimension Time { get; } = new(new HalfPowers(Time: 2));

    /// <summary>Length, base unit um.</summary>
    public static Dimension Length { get; } = new(new HalfPowers(Length: 2));

    /// <summary>Temperature, base unit K.</summary>
    public static Dimension Temperature { get; } = new(new HalfPowers(Temperature: 2));

    /// <summary>Amount of substance, base unit umol.</summary>
    public static Dimension Amount { get; } = new(new HalfPowers(Amount: 2));

    /// <summary>Conductance, base unit mS = uA / mV.</summary>
    public static Dimension Conductance { get; } = Current / Voltage;

    /// <summary>Capacitance, base unit uF = uA ms / mV.</summary>
    public static Dimension Capacitance { get; } = Current * Time / Voltage;

    /// <summary>Resistance, base unit kOhm = mV / uA.</summary>
    public static Dimension Resistance { get; } = Voltage / Current;

    /// <summary>Rate, base unit 1/ms.</summary>
    public static Dimension Rate { get; } = None / Time;

    /// <summary>True for a pure number.</summary>
    public bool IsNone => _powers == default;

    /// <summary>The dimension of a product.</summary>
    public static Dimension operator *(Dimension a, Dimension b) => new(a._powers.Plus(b._powers, 1));

    /// <summary>The dimension of a quotient.</summary>
    public static Dimension operator /(Dimension a, Dimension b) => new(a._powers.Plus(b._powers, -1));

    /// <summary>The dimension of a power.</summary>
    /// <param name="exponent">A multiple of one half of what the dimension's own powers allow.</param>
    /// <exception cref="ArgumentException">The result would have powers that are not halves.</exception>
    public Dimension Pow(double exponent) => new(_powers.Times(exponent));

    /// <summary>The base unit as people write it: "mV", "mS", "1/ms", "mV/ms", "" for a pure number.</summary>
    public string Unit => DimensionNames.UnitOf(this);

    /// <summary>The dimension in words with its base unit: "a conductance (mS)", "a pure number", "mV/ms".</summary>
    public override string ToString() => DimensionNames.Describe(this);

    internal IEnumerable<(string Unit, double Power)> BasePowers() => _powers.Named();

    /// <summary>The powers, a byte for each.</summary>
    internal ulong Bits => _powers.Bits;

    private readonly record struct HalfPowers(
        sbyte Voltage = 0, sbyte Current = 0, sbyte Time = 0, sbyte Length = 0, sbyte Temperature = 0, sbyte Amount = 0)
    {
        public HalfPowers Plus(HalfPowers o, int sign) => new(
            (sbyte)(Voltage + sign * o.Voltage), (sbyte)(Current + sign * o.Current), (sbyte)(Time + sign * o.Time),
            (sbyte)(Length + sign * o.Length), (sbyte)(Temperature + sign * o.Temperature), (sbyte)(Amount + sign * o.Amount));

        public HalfPowers Times(double p) => new(
            Scale(Voltage, p), Scale(Current, p), Scale(Time, p), Scale(Length, p), Scale(Temperature, p), Scale(Amount, p));

        private static sbyte Scale(sbyte halves, double p)
        {
            double scaled = halves * p;
            if (scaled != Math.Round(scaled) || Math.Abs(scaled) > sbyte.MaxValue)
                throw new ArgumentException($"A power of {p} of this dimension has no meaning here: powers are whole or half numbers.");
            return (sbyte)scaled;
        }

        public ulong Bits => (byte)Voltage | (ulong)(byte)Current << 8 | (ulong)(byte)Time << 16 | (ulong)(byte)Length << 24
            | (ulong)(byte)Temperature << 32 | (ulong)(byte)Amount << 40;

        public IEnumerable<(string, double)> Named() =>
        [
            ("mV", Voltage / 2.0), ("uA", Current / 2.0), ("ms", Time / 2.0), ("um", Length / 2.0), ("K", Temperature / 2.0),
            ("umol", Amount / 2.0),
        ];
    }
}
