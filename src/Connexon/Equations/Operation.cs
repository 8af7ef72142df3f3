namespace Connexon;

/// <summary>What a node of an expression does with its arguments.</summary>
public enum Operation
{
    /// <summary>A number with a dimension.</summary>
    Number,

    /// <summary>A symbol's value.</summary>
    Symbol,

    /// <summary>a + b.</summary>
    Add,

    /// <summary>a - b.</summary>
    Subtract,

    /// <summary>a * b.</summary>
    Multiply,

    /// <summary>a / b.</summary>
    Divide,

    /// <summary>-a.</summary>
    Negate,

    /// <summary>a to the power b.</summary>
    Power,

    /// <summary>e to the a.</summary>
    Exp,

    /// <summary>Natural logarithm.</summary>
    Log,

    /// <summary>Square root.</summary>
    Sqrt,

    /// <summary>Absolute value.</summary>
    Abs,

    /// <summary>Sine of an angle in radians.</summary>
    Sin,

    /// <summary>Cosine of an angle in radians.</summary>
    Cos,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>Hyperbolic cosine.</summary>
    Cosh,

    /// <summary>Hyperbolic sine.</summary>
    Sinh,

    /// <summary>e to the a, minus 1, exact near 0.</summary>
    ExpM1,

    /// <summary>(e^a - 1) / a; 1 at 0.</summary>
    ExpRel,

    /// <summary>a / (e^a - 1); 1 at 0.</summary>
    InverseExpRel,

    /// <summary>The lesser.</summary>
    Min,

    /// <summary>The greater.</summary>
    Max,

    /// <summary>The least whole number that is not below a.</summary>
    Ceiling,

    /// <summary>a &lt; b.</summary>
    Less,

    /// <summary>a &lt;= b.</summary>
    LessOrEqual,

    /// <summary>Both conditions.</summary>
    And,

    /// <summary>Either condition.</summary>
    Or,

    /// <summary>Not the condition.</summary>
    Not,

    /// <summary>b where condition a holds, else c.</summary>
    Select,

    /// <summary>Its argument, which follows at once: it counts as a constant when the linear part of an equation is taken.</summary>
    Instantaneous,
}
