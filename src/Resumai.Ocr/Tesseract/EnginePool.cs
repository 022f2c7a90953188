using System.Collections.Concurrent;

namespace Resumai.Ocr.Tesseract;

/// <summary>
/// Engines that wait for their next page: loading a model takes as long as reading some lines. Keeps few, since each holds the
/// memory of its models. Thread-safe.
/// </summary>
internal sealed class EnginePool(int kept) : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<TesseractEngine>> _idle = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>What <paramref name="work"/> makes with an engine for this language; <paramref name="otherwise"/> when its model is not installed.</summary>
    public T Use<T>(string language, Func<TesseractEngine, T> work, T otherwise)
    {
        var bag = _idle.GetOrAdd(language, _ => []);
        if (bag.TryTake(out var engine)) Interlocked.Decrement(ref _count);
        else engine = TesseractEngine.Open(language);
        if (engine is null) return otherwise;

        var whole = false;
        try
        {
            var result = work(engine);
            whole = true;
            return result;
        }
        finally
        {
            // After a failure its state is unknown.
            if (!whole) engine.Dispose();
            else Keep(bag, engine);
        }
    }

    private void Keep(ConcurrentBag<TesseractEngine> bag, TesseractEngine engine)
    {
        if (Interlocked.Increment(ref _count) > kept && _idle.Values.FirstOrDefault(b => !ReferenceEquals(b, bag) && !b.IsEmpty) is { } other && other.TryTake(out var old))
        {
            Interlocked.Decrement(ref _count);
            old.Dispose();
        }
        bag.Add(engine);
    }

    public void Dispose()
    {
        foreach (var bag in _idle.Values)
        {
            while (bag.TryTake(out var engine)) engine.Dispose();
        }
    }
}
