namespace Connexon;

// What is an expression already finds the operators of Expr; these are for parameters among themselves, with numbers and with quantities.
public abstract partial class Parameter
{
    /// <summary>A parameter in an equation.</summary>
    /// <exception cref="ArgumentException">It has no name: it is not a property of a model.</exception>
    public static implicit operator Expr(Parameter p) => p.Symbol;

    /// <summary>-a.</summary>
    public static Expr operator -(Parameter a) => -(Expr)a;

    /// <summary>a + b.</summary>
    public static Expr operator +(Parameter a, Parameter b) => (Expr)a + b;

    /// <summary>a + b.</summary>
    public static Expr operator +(Parameter a, Expr b) => (Expr)a + b;

    /// <summary>a + b.</summary>
    public static Expr operator +(Expr a, Parameter b) => a + (Expr)b;

    /// <summary>a - b.</summary>
    public static Expr operator -(Parameter a, Parameter b) => (Expr)a - b;

    /// <summary>a - b.</summary>
    public static Expr operator -(Parameter a, Expr b) => (Expr)a - b;

    /// <summary>a - b.</summary>
    public static Expr operator -(Expr a, Parameter b) => a - (Expr)b;

    /// <summary>a * b.</summary>
    public static Expr operator *(Parameter a, Parameter b) => (Expr)a * b;

    /// <summary>a * b.</summary>
    public static Expr operator *(Parameter a, Expr b) => (Expr)a * b;

    /// <summary>a * b.</summary>
    public static Expr operator *(Expr a, Parameter b) => a * (Expr)b;

    /// <summary>a / b.</summary>
    public static Expr operator /(Parameter a, Parameter b) => (Expr)a / b;

    /// <summary>a / b.</summary>
    public static Expr operator /(Parameter a, Expr b) => (Expr)a / b;

    /// <summary>a / b.</summary>
    public static Expr operator /(Expr a, Parameter b) => a / (Expr)b;

    /// <summary>The condition a &lt; b.</summary>
    public static Expr operator <(Parameter a, Parameter b) => (Expr)a < b;

    /// <summary>The condition a &lt; b.</summary>
    public static Expr operator <(Parameter a, Expr b) => (Expr)a < b;

    /// <summary>The condition a &lt; b.</summary>
    public static Expr operator <(Expr a, Parameter b) => a < (Expr)b;

    /// <summary>The condition a &gt; b.</summary>
    public static Expr operator >(Parameter a, Parameter b) => (Expr)a > b;

    /// <summary>The condition a &gt; b.</summary>
    public static Expr operator >(Parameter a, Expr b) => (Expr)a > b;

    /// <summary>The condition a &gt; b.</summary>
    public static Expr operator >(Expr a, Parameter b) => a > (Expr)b;

    /// <summary>The condition a &lt;= b.</summary>
    public static Expr operator <=(Parameter a, Parameter b) => (Expr)a <= b;

    /// <summary>The condition a &lt;= b.</summary>
    public static Expr operator <=(Parameter a, Expr b) => (Expr)a <= b;

    /// <summary>The condition a &lt;= b.</summary>
    public static Expr operator <=(Expr a, Parameter b) => a <= (Expr)b;

    /// <summary>The condition a &gt;= b.</summary>
    public static Expr operator >=(Parameter a, Parameter b) => (Expr)a >= b;

    /// <summary>The condition a &gt;= b.</summary>
    public static Expr operator >=(Parameter a, Expr b) => (Expr)a >= b;

    /// <summary>The condition a &gt;= b.</summary>
    public static Expr operator >=(Expr a, Parameter b) => a >= (Expr)b;
}
