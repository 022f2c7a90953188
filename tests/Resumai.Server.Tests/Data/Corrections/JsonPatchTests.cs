using System.Text.Json.Nodes;
using Resumai.Server.Data.Corrections;

namespace Resumai.Server.Tests.Data.Corrections;

public class JsonPatchTests
{
    /// <summary>After the examples of RFC 6902, appendix A.</summary>
    [Theory]
    [InlineData("""{"foo":"bar"}""", """[{"op":"add","path":"/baz","value":"qux"}]""", """{"foo":"bar","baz":"qux"}""")]
    [InlineData("""{"foo":["bar","baz"]}""", """[{"op":"add","path":"/foo/1","value":"qux"}]""", """{"foo":["bar","qux","baz"]}""")]
    [InlineData("""{"foo":["bar"]}""", """[{"op":"add","path":"/foo/-","value":["abc","def"]}]""", """{"foo":["bar",["abc","def"]]}""")]
    [InlineData("""{"foo":["bar","qux","baz"]}""", """[{"op":"remove","path":"/foo/1"}]""", """{"foo":["bar","baz"]}""")]
    [InlineData("""{"baz":"qux","foo":"bar"}""", """[{"op":"replace","path":"/baz","value":"boo"}]""", """{"baz":"boo","foo":"bar"}""")]
    [InlineData("""{"foo":["all","grass","cows","eat"]}""", """[{"op":"move","from":"/foo/1","path":"/foo/3"}]""", """{"foo":["all","cows","eat","grass"]}""")]
    [InlineData("""{"a":[1],"b":[]}""", """[{"op":"copy","from":"/a/0","path":"/b/0"}]""", """{"a":[1],"b":[1]}""")]
    [InlineData("""{"baz":"qux","foo":["a",2,"c"]}""", """[{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}]""", """{"baz":"qux","foo":["a",2,"c"]}""")]
    [InlineData("""{"/":9,"~1":10}""", """[{"op":"test","path":"/~01","value":10}]""", """{"/":9,"~1":10}""")]
    [InlineData("""{"foo":"bar"}""", """[{"op":"add","path":"/child","value":{"grandchild":{}}}]""", """{"foo":"bar","child":{"grandchild":{}}}""")]
    // A record's keys are always there: what is removed is null, or an empty list.
    [InlineData("""{"baz":"qux","foo":["bar"]}""", """[{"op":"remove","path":"/baz"},{"op":"remove","path":"/foo"}]""", """{"baz":null,"foo":[]}""")]
    public void A_patch_is_applied_in_order(string document, string patch, string result)
    {
        var node = JsonNode.Parse(document)!;
        var (operations, faults) = PatchOperation.Read(JsonNode.Parse(patch));

        faults.ShouldBeEmpty();
        JsonPatch.Apply(node, operations).ShouldBeNull();
        JsonNode.DeepEquals(node, JsonNode.Parse(result)).ShouldBeTrue(node.ToJsonString());
    }

    [Theory]
    [InlineData("""[{"op":"test","path":"/baz","value":"bar"}]""", "/baz", true)]
    [InlineData("""[{"op":"test","path":"/foo/1","value":"2"}]""", "/foo/1", true)]
    [InlineData("""[{"op":"add","path":"/none/x","value":1}]""", "/none/x", false)]
    [InlineData("""[{"op":"add","path":"/foo/4","value":1}]""", "/foo/4", false)]
    [InlineData("""[{"op":"add","path":"/foo/01","value":1}]""", "/foo/01", false)]
    [InlineData("""[{"op":"replace","path":"/foo/-","value":1}]""", "/foo/-", false)]
    [InlineData("""[{"op":"remove","path":"/foo/3"}]""", "/foo/3", false)]
    [InlineData("""[{"op":"move","from":"/foo","path":"/foo/0"}]""", "/foo/0", false)]
    public void What_does_not_fit_names_its_pointer(string patch, string pointer, bool testFailed)
    {
        var fault = JsonPatch.Apply(JsonNode.Parse("""{"baz":"qux","foo":["a",2,"c"]}""")!, PatchOperation.Read(JsonNode.Parse(patch)).Operations).ShouldNotBeNull();

        fault.Pointer.ShouldBe(pointer);
        fault.TestFailed.ShouldBe(testFailed);
    }

    [Theory]
    [InlineData("""{"op":"add"}""", "body")]
    [InlineData("[]", "body")]
    [InlineData("[1]", "/0")]
    [InlineData("""[{"op":"test","path":"/a","value":1},{"op":"set","path":"/a","value":1}]""", "/1/op")]
    [InlineData("""[{"op":"add","path":"a","value":1}]""", "/0/path")]
    [InlineData("""[{"op":"add","path":"/a~2","value":1}]""", "/0/path")]
    [InlineData("""[{"op":"add","path":"/a"}]""", "/0/value")]
    [InlineData("""[{"op":"move","path":"/a"}]""", "/0/from")]
    public void What_is_no_patch_is_told_where(string patch, string field) =>
        PatchOperation.Read(JsonNode.Parse(patch)).Faults.ShouldHaveSingleItem().Field.ShouldBe(field);
}
