using BenchmarkDotNet.Running;

using Connexon.Benchmarks;

if (args is ["startup"]) Startup.Run();
else BenchmarkSwitcher.FromAssembly(typeof(HhKernelBenchmark).Assembly).Run(args);
