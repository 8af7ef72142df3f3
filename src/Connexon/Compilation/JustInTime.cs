using System.Runtime.CompilerServices;

namespace Connexon.Compilation;

/// <summary>
/// Makes sure that kernels can be compiled. A script started with <c>dotnet run file.cs</c> carries the switches of
/// ahead-of-time publishing, although it runs on the just-in-time compiler: no method could then be written at run time.
/// </summary>
internal static class JustInTime
{
    private const string Switch = "System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported";

    static JustInTime()
    {
        // Has to come before anything asks: the runtime remembers the first answer.
        if (AppContext.TryGetSwitch(Switch, out bool allowed) && !allowed) AppContext.SetSwitch(Switch, true);
        IsAvailable = RuntimeFeature.IsDynamicCodeCompiled;
    }

    /// <summary>False where the runtime has no compiler at all (a program published ahead of time).</summary>
    public static bool IsAvailable { get; }

    /// <exception cref="PlatformNotSupportedException">There is no compiler.</exception>
    public static void Require()
    {
        if (!IsAvailable)
            throw new PlatformNotSupportedException(
                "Connexon compiles its kernels when a network is run, which a program published ahead of time cannot do: "
                + "publish without PublishAot, or set <DynamicCodeSupport>true</DynamicCodeSupport> if this is not such a program.");
    }
}
