using BenchmarkDotNet.Running;

using Connexon.Benchmarks;

if (args is ["startup"]) Startup.Run();
else if (args is ["startup", var size]) Startup.Run(int.Parse(size));
else if (args is ["worm", var folder, var c302File]) WormFiles.Write(folder, c302File);
else if (args is ["fitted", var fitted, var c302]) WormFiles.Write(fitted, c302, synapseTypes: 152, junctionTypes: 116);
else if (args is ["neuroml", .. var folders]) PublishedNetworks.Run(folders);
else BenchmarkSwitcher.FromAssembly(typeof(HhKernelBenchmark).Assembly).Run(args);
