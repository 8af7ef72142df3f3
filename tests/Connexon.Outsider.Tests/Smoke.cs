namespace Connexon.Outsider.Tests;

public class Smoke { [Fact] public void One() => Assert.Equal(1, Connexon.Units.mV.Value); }
