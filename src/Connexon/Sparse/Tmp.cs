namespace Connexon;
internal static class LaplacianSpectrum { public static (double, double[]) LargestEigenvalue(WeightedGraph g, double[] s) => (0, s);}
