namespace Resumai.Knowledge;

/// <summary>
/// Finds legal forms ("GmbH &amp; Co. KG", "S.p.A.", "Sp. z o.o."). Many are also common words in lower case ("as", "se", "da"),
/// so letter case counts; full stops do not, other than where "I.I." without them would be the second of something.
/// </summary>
internal sealed class LegalForms
{
    private readonly HashSet<string> _forms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _firstWords;

    public LegalForms(IEnumerable<string> forms)
    {
        foreach (var form in forms)
        {
            var bare = Bare(form);
            _forms.Add(bare);
            if (bare.Count(char.IsLetter) >= 3) _forms.Add(bare.ToUpperInvariant());
        }
        // A word that holds nothing but full stops is passed over.
        _firstWords = [.. _forms.Select(f => f.Split(' ')[0]), ""];
    }

    /// <summary>True when the text holds a legal form as whole words, other than as its only word.</summary>
    public bool Found(string text)
    {
        var words = text.Split([' ', ',', ';', '(', ')', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (!_firstWords.Contains(Bare(words[i]))) continue;
            var candidate = "";
            for (var j = i; j < words.Length && j < i + 4; j++)
            {
                candidate = candidate.Length == 0 ? Bare(words[j]) : candidate + " " + Bare(words[j]);
                if (_forms.Contains(candidate) && (i > 0 || j + 1 < words.Length) && (candidate.Length > 2 || i > 0)) return true;
            }
        }
        return false;
    }

    /// <summary>True when the text is nothing but a legal form.</summary>
    public bool IsForm(string text) => _forms.Contains(string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Bare)));

    private static string Bare(string form)
    {
        if (!form.Contains('.')) return form.Trim();
        var bare = form.Replace(".", "", StringComparison.Ordinal).Trim();
        return bare.AsSpan().ContainsAnyExcept("IVX") ? bare : form.Trim();
    }
}
