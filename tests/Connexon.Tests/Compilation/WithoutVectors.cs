using System.Diagnostics;

using Connexon.Compilation;

namespace Connexon.Tests.Compilation;

/// <summary>The kernel tests once more in processes of their own, with the machine's vector instructions switched off.</summary>
public class WithoutVectors
{
    private const string Expected = "CONNEXON_TEST_WIDEST";

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "256-bit vectors")]
    [InlineData("DOTNET_EnableAVX2", "128-bit vectors")]
    [InlineData("DOTNET_EnableHWIntrinsic", "scalar")]
    public async Task Kernels_step_as_interpreted_without(string instructions, string widest)
    {
        Assert.SkipUnless(VectorWidth.Widest.Count >= VectorWidth.All.Single(w => w.Name == widest).Count, $"this machine has no {widest}");
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            Environment = { [instructions] = "0", [Expected] = widest },
        };
        string assembly = typeof(WithoutVectors).Assembly.Location;
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(assembly);
        string[] tests = [nameof(KernelTests.The_width_of_this_machine_steps_as_interpreted), nameof(The_widest_width_is_the_expected_one)];
        foreach (string test in tests)
        {
            start.ArgumentList.Add("-method");
            start.ArgumentList.Add("*." + test);
        }
        using Process child = Process.Start(start)!;
        string output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        int due = KernelTests.ModelsAndMethods.Count + 1;
        Assert.Contains($"Total: {due}, Errors: 0, Failed: 0, Skipped: 0", output);
        Assert.Equal(0, child.ExitCode);
    }

    [Fact]
    public void The_widest_width_is_the_expected_one()
    {
        string? expected = Environment.GetEnvironmentVariable(Expected);
        Assert.SkipWhen(expected is null, "runs in the processes that switch instructions off");
        Assert.Equal(expected, VectorWidth.Widest.Name);
    }
}
