namespace Connexon.Tests.Junctions;

public class ConnectTests
{
    [Fact]
    public void A_ring_joins_each_cell_to_the_next()
    {
        ConnectionFunction ring = Connect.Ring;
        Assert.Equal([(0, 1), (1, 2), (2, 3), (0, 3)], Pairs(ring, 4));
        Assert.Equal([(0, 1), (1, 2), (0, 2)], Pairs(ring, 3));
        Assert.Equal([(0, 1)], Pairs(ring, 2));
        Assert.Equal([], Pairs(ring, 1));
        Assert.Equal([], Pairs(ring, 0));
        Assert.Equal("A ring joins the cells of one population, but the two sizes differ: 4 and 5.", Refused(() => ring(4, 5)));
    }

    [Fact]
    public void All_to_all_lists_each_pair_once_within_and_every_pair_between()
    {
        Assert.Equal([(0, 1), (0, 2), (1, 2)], Pairs(Connect.AllToAll, 3));
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], Pairs(Connect.AllToAll(between: true), 2));
        Assert.Equal([(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)], Pairs(Connect.AllToAll, 2, 3));
        Assert.Equal("The rule asks for 4999950000 junctions, but at most 2147483591 fit in one list; join smaller populations.",
            Refused(() => Connect.AllToAll(100_000, 100_000)));
    }

    [Fact]
    public void One_to_one_joins_equal_numbers()
    {
        Assert.Equal([(0, 0), (1, 1), (2, 2)], Pairs(Connect.OneToOne, 3));
        Assert.Equal("One to one needs two populations of equal size, but they have 3 and 4 cells.", Refused(() => Connect.OneToOne(3, 4)));
    }

    [Fact]
    public void Pairs_are_passed_on_as_given_and_checked()
    {
        Assert.Equal([(2, 1), (0, 2)], Pairs(Connect.Pairs((2, 1), (0, 2)), 3));
        Assert.Equal("Junction 1 joins 100 -> 3, but pre ids go from 0 to 99 and post ids from 0 to 49.",
            Refused(() => Connect.Pairs((0, 1), (100, 3))(100, 50)));
    }

    [Fact]
    public void A_grid_joins_the_cells_that_share_a_side()
    {
        Assert.Equal([(0, 1), (0, 3), (1, 2), (1, 4), (2, 5), (3, 4), (4, 5)], Pairs(Connect.Grid(2, 3), 6));
        Assert.Equal([(0, 1), (0, 2), (0, 4), (1, 3), (1, 5), (2, 3), (2, 6), (3, 7), (4, 5), (4, 6), (5, 7), (6, 7)],
            Pairs(Connect.Grid(2, 2, 2), 8));
    }

    [Fact]
    public void A_Moore_grid_joins_corners_too()
    {
        Assert.Equal([(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)], Pairs(Connect.Grid(2, 2, 1, Neighbourhood.Moore), 4));
        Assert.Equal(26, Degrees(Connect.Grid(3, 3, 3, Neighbourhood.Moore), 27)[13]);
        Assert.Equal(7, Degrees(Connect.Grid(3, 3, 3, Neighbourhood.Moore), 27)[0]);
    }

    [Theory]
    [InlineData(5, 4, 1, Neighbourhood.VonNeumann, 4)]
    [InlineData(5, 4, 1, Neighbourhood.Moore, 8)]
    [InlineData(3, 4, 5, Neighbourhood.VonNeumann, 6)]
    [InlineData(3, 4, 5, Neighbourhood.Moore, 26)]
    [InlineData(2, 5, 1, Neighbourhood.VonNeumann, 3)] // both ways across a side of 2 lead to the same cell
    [InlineData(2, 2, 1, Neighbourhood.Moore, 3)]
    [InlineData(1, 5, 1, Neighbourhood.VonNeumann, 2)]
    [InlineData(1, 1, 1, Neighbourhood.Moore, 0)]
    public void Every_cell_of_a_torus_has_the_same_number_of_neighbours(int rows, int cols, int depth, Neighbourhood neighbourhood,
        int degree)
    {
        ConnectionFunction torus = Connect.Torus(rows, cols, depth, neighbourhood);
        Assert.All(Degrees(torus, rows * cols * depth), d => Assert.Equal(degree, d));
        AssertProper(Pairs(torus, rows * cols * depth));
    }

    [Fact]
    public void A_torus_of_one_row_is_a_ring()
        => Assert.Equal(Pairs(Connect.Ring, 7).Order(), Pairs(Connect.Torus(1, 7), 7));

    [Fact]
    public void Lattices_that_do_not_fit_are_refused_with_their_numbers()
    {
        Assert.Equal("A grid of 3 x 4 cells joins one population of 12, but the sizes are 10 and 10.",
            Refused(() => Connect.Grid(3, 4)(10, 10)));
        Assert.Equal("A torus of 3 x 4 x 2 cells joins one population of 24, but the sizes are 24 and 12.",
            Refused(() => Connect.Torus(3, 4, 2)(24, 12)));
        Assert.Equal("A grid of 0 x 4 x 1 cells does not exist; each side is at least 1.", Refused(() => Connect.Grid(0, 4)));
    }

    internal static (int, int)[] Pairs(ConnectionFunction rule, int pre, int? post = null)
    {
        var (a, b) = rule(pre, post ?? pre);
        Assert.Equal(a.Length, b.Length);
        return [.. a.Zip(b)];
    }

    internal static int[] Degrees(ConnectionFunction rule, int size)
    {
        var degrees = new int[size];
        foreach (var (i, j) in Pairs(rule, size))
            (degrees[i], degrees[j]) = (degrees[i] + 1, degrees[j] + 1);
        return degrees;
    }

    // Each pair once, lower cell first, none with itself.
    internal static void AssertProper((int, int)[] pairs)
    {
        Assert.All(pairs, p => Assert.True(p.Item1 < p.Item2, $"{p}"));
        Assert.Equal(pairs.Length, pairs.ToHashSet().Count);
    }

    internal static string Refused(Func<object> connect) => Assert.Throws<ArgumentException>(connect).Message;
    internal static string Refused(Func<(int[], int[])> connect) => Assert.Throws<ArgumentException>(() => { connect(); }).Message;
}
