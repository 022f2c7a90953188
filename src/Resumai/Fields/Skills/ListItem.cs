namespace Resumai.Fields.Skills;

/// <summary>A printed item of a list.</summary>
/// <param name="GoesOn">Nothing but the end of a line or a wide space parts it from the item before: it may be that item's end.</param>
internal readonly record struct ListItem(Passage Text, bool GoesOn);
