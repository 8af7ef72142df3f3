using BenchmarkDotNet.Running;

using Connexon.Benchmarks;

if (args is ["startup"]) Startup.Run();
else if (args is ["startup", var size]) Startup.Run(int.Parse(size));
else BenchmarkSwitcher.FromAssembly(typeof(HhKernelBenchmark).Assembly).Run(args);
