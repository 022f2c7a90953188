using Resumai.Fields;

namespace Resumai.Master;

/// <summary>Normalises a draft into the record, with evidence for every value.</summary>
public static class RecordAssembler
{
    public static MasterRecord Assemble(RecordDraft draft, ParseOptions options) => new();
}
