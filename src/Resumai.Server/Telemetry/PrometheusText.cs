using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Resumai.Server.Telemetry;

/// <summary>
/// What this server measures, in the text format of Prometheus (version 0.0.4), gathered since its start. OpenTelemetry's exporter for it has
/// no stable version. Thread-safe.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly double[] Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, Series>> _instruments = new();
    private readonly MeterListener _listener = new();

    /// <param name="meters">Those of this host; others in the process are somebody else's, but for the runtime's.</param>
    public PrometheusText(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if ((instrument.Meter.Scope == meters || instrument.Meter.Scope is null) && TelemetrySetup.Meters.Contains(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Take(i, value, tags));
        _listener.Start();
    }

    public string Scrape()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (instrument, series) in _instruments.OrderBy(i => i.Key.Name, StringComparer.Ordinal)) Write(text, instrument, series);
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _instruments.GetOrAdd(instrument, _ => new()).GetOrAdd(Labels(tags), _ => new Series(BucketsOf(instrument)));
        series.Take(value, accumulates: instrument is not (ObservableInstrument<long> or ObservableInstrument<int> or ObservableInstrument<double>));
    }

    private static double[]? BucketsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => [.. histogram.Advice?.HistogramBucketBoundaries ?? Buckets],
        Histogram<long> or Histogram<int> => Buckets,
        _ => null,
    };

    private static void Write(StringBuilder text, Instrument instrument, ConcurrentDictionary<string, Series> all)
    {
        var kind = instrument.GetType().Name;
        var (type, suffix) = kind.StartsWith("Histogram", StringComparison.Ordinal) ? ("histogram", "")
            : kind.Contains("UpDown", StringComparison.Ordinal) || kind.Contains("Gauge", StringComparison.Ordinal) ? ("gauge", "")
            : ("counter", "_total");
        var name = Plain(instrument.Name) + (instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" }) + suffix;
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description}\n# TYPE {name} {type}\n");
        foreach (var (labels, series) in all.OrderBy(s => s.Key, StringComparer.Ordinal)) series.Write(text, name, labels);
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags) labels[Plain(key)] = string.Create(CultureInfo.InvariantCulture, $"{value}");
        return string.Join(',', labels.Select(l => $"{l.Key}=\"{l.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\""));
    }

    private static string Plain(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private sealed class Series(double[]? buckets)
    {
        private readonly Lock _lock = new();
        private readonly long[] _counts = new long[(buckets?.Length ?? 0) + 1];
        private double _sum;

        public void Take(double value, bool accumulates)
        {
            lock (_lock)
            {
                _sum = accumulates ? _sum + value : value;
                if (buckets is not null) _counts[Bucket(value)]++;
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (_lock)
            {
                var braces = labels.Length == 0 ? "" : $"{{{labels}}}";
                if (buckets is null)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{braces} {_sum}\n");
                    return;
                }
                var (below, before) = (0L, labels.Length == 0 ? "" : labels + ",");
                for (var i = 0; i < _counts.Length; i++)
                {
                    below += _counts[i];
                    var bound = i < buckets.Length ? buckets[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{bound}\"}} {below}\n");
                }
                text.Append(CultureInfo.InvariantCulture, $"{name}_sum{braces} {_sum}\n{name}_count{braces} {below}\n");
            }
        }

        private int Bucket(double value)
        {
            var i = 0;
            while (i < buckets!.Length && value > buckets[i]) i++;
            return i;
        }
    }
}
