namespace Connexon;

/// <summary>Spikes on their way to a file, step by step.</summary>
internal sealed class SpikeStream
{
    private readonly EventText _file;
    private readonly List<Followed> _followed = [];
    private readonly List<(IEnumerator<double> Times, int Number)> _trains = []; // each at its next spike

    /// <param name="request">Whose, and where to.</param>
    /// <param name="state">The network.</param>
    /// <param name="spiking">What spikes in it.</param>
    /// <param name="files">The files of the run.</param>
    public SpikeStream(SpikeRequest request, NetworkState state, Spiking spiking, OutputWriter files)
    {
        var numbers = new Dictionary<SpikeRecord, List<(int Element, int Number)>>();
        for (int k = 0; k < request.Of.Count; k++)
        {
            SpikePick pick = request.Of[k];
            if (pick.Train is { } train)
            {
                IEnumerator<double> times = train.Times(EventQueue.Draws(state.Settings.Seed, pick.Source, 0)).GetEnumerator();
                if (times.MoveNext()) _trains.Add((times, k));
            }
            else if (pick.Index is { } index)
            {
                SpikeRecord record = spiking.Of(pick.Population!, pick.Condition);
                if (!numbers.TryGetValue(record, out var own)) numbers[record] = own = [];
                own.Add((index, k));
            }
        }
        _followed.AddRange(numbers.Select(n => new Followed(n.Key, 0, n.Value.ToLookup(e => e.Element, e => e.Number))));
        _file = request.Sink?.Invoke(files) ?? Csv(request, spiking, files);
    }

    /// <summary>Takes what has spiked up to a time, which is the end of a step.</summary>
    /// <param name="t">The time, in ms.</param>
    public void Take(double t)
    {
        foreach (Followed f in _followed) f.Take(_file);
        for (int k = _trains.Count - 1; k >= 0; k--)
        {
            var (times, number) = _trains[k];
            bool more = true;
            for (; more && times.Current <= t; more = times.MoveNext()) _file.Add(times.Current, number);
            if (!more) _trains.RemoveAt(k);
        }
        _file.EndStep();
    }

    // All of a population: an element of a condition is a number.
    private EventText Csv(SpikeRequest request, Spiking spiking, OutputWriter files)
    {
        Neuron population = request.Of[0].Population!;
        SpikeRecord[] records = [.. spiking.Records.Where(r => ReferenceEquals(r.Population, population))];
        int members = records[0].Members, elements = checked(population.Size * members);
        for (int c = 0; c < records.Length; c++) _followed.Add(new Followed(records[c], c * elements, null));
        var columns = new List<string> { "neuron" };
        if (members > 1) columns.Insert(0, "member");
        if (records.Length > 1) columns.Add("condition");
        return new EventText(files, request.File!, EventForm.Csv([.. columns]), checked(records.Length * elements), number =>
        {
            int element = number % elements;
            string neuron = members > 1 ? $"{element % members},{element / members}" : $"{element}";
            return records.Length > 1 ? $"{neuron},{CsvText.Field(records[number / elements].Condition)}" : neuron;
        });
    }

    /// <summary>A record, how far it was taken, and the numbers of its elements: from a first one on, or listed.</summary>
    private sealed class Followed(SpikeRecord record, int first, ILookup<int, int>? listed)
    {
        private long _taken;

        public void Take(EventText file)
        {
            for (; _taken < record.Total; _taken++)
            {
                var (element, time) = record.At(_taken);
                if (listed is null) file.Add(time, first + element);
                else
                    foreach (int number in listed[element]) file.Add(time, number);
            }
        }
    }
}
