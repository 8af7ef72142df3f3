using System.Runtime.ExceptionServices;

namespace Connexon.Tests;

/// <summary>Runs code on a thread whose stack is so small that nothing may call itself for each of many parts.</summary>
internal static class SmallStack
{
    public static T Of<T>(Func<T> code)
    {
        T result = default!;
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(() =>
        {
            try { result = code(); }
            catch (Exception e) { error = ExceptionDispatchInfo.Capture(e); }
        }, maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        error?.Throw();
        return result;
    }
}
