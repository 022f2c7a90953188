namespace Resumai.Server.Web.Pages.Developers;

/// <summary>One way through the API in four languages: upload a CV, wait until it is read, fetch the record.</summary>
internal static class ApiExamples
{
    public static IReadOnlyList<(string Language, string Code)> All(string address) =>
        [.. new[] { ("curl", Curl), ("C#", CSharp), ("TypeScript", TypeScript), ("Python", Python) }.Select(e => (e.Item1, e.Item2.Replace("ADDRESS", address, StringComparison.Ordinal)))];

    private const string Curl = """
        API=ADDRESS AUTH="Authorization: Bearer $RESUMAI_KEY"

        ID=$(curl -sf -H "$AUTH" -F file=@cv.pdf -F tags=first "$API/files/upload" | grep -o '"asset_id":"[^"]*"' | cut -d'"' -f4)
        while STATUS=$(curl -sf -H "$AUTH" "$API/files/assets/$ID/status?wait=30" | grep -o '"status":"[a-z]*"'); do
          case $STATUS in *completed*|*failed*) break;; esac
        done
        curl -sf -H "$AUTH" "$API/data/master/$ID?include=evidence"
        """;

    // Runs by itself: dotnet run cv.cs. JSON is parsed without reflection, which such programs do without.
    private const string CSharp = """
        using System.Net.Http.Headers;
        using System.Text.Json.Nodes;

        using var http = new HttpClient { BaseAddress = new Uri("ADDRESS/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("RESUMAI_KEY"));

        using var form = new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync("cv.pdf")), "file", "cv.pdf" } };
        using var upload = await http.PostAsync("files/upload", form);
        upload.EnsureSuccessStatusCode();
        var id = JsonNode.Parse(await upload.Content.ReadAsStringAsync())!["asset_id"];

        string status;
        do status = (string)JsonNode.Parse(await http.GetStringAsync($"files/assets/{id}/status?wait=30"))!["status"]!;
        while (status is not ("completed" or "failed"));
        Console.WriteLine(await http.GetStringAsync($"data/master/{id}?include=evidence"));
        """;

    private const string TypeScript = """
        import { openAsBlob } from "node:fs";

        const api = "ADDRESS";
        const headers = { Authorization: `Bearer ${process.env.RESUMAI_KEY}` };

        async function ask(path: string, init: RequestInit = {}): Promise<any> {
          const answer = await fetch(api + path, { ...init, headers });
          const body: any = await answer.json();
          if (!answer.ok) throw new Error(`${body.code}: ${body.detail}`);
          return body;
        }

        const form = new FormData();
        form.append("file", await openAsBlob("cv.pdf"), "cv.pdf");
        const { asset_id } = await ask("/files/upload", { method: "POST", body: form });

        let status = "queued";
        while (status !== "completed" && status !== "failed") ({ status } = await ask(`/files/assets/${asset_id}/status?wait=30`));
        console.log(JSON.stringify(await ask(`/data/master/${asset_id}?include=evidence`), null, 2));
        """;

    // With what every Python has; the form is written by hand for that.
    private const string Python = """
        import json
        import os
        import secrets
        from urllib.request import Request, urlopen

        api = "ADDRESS"


        def ask(path, body=None, headers={}):
            key = {"Authorization": f"Bearer {os.environ['RESUMAI_KEY']}"}
            with urlopen(Request(api + path, body, headers | key)) as answer:
                return json.load(answer)


        border = secrets.token_hex(16)
        with open("cv.pdf", "rb") as cv:
            form = b"\r\n".join([
                f"--{border}".encode(),
                b'Content-Disposition: form-data; name="file"; filename="cv.pdf"',
                b"",
                cv.read(),
                f"--{border}--".encode(),
                b"",
            ])
        asset_id = ask("/files/upload", form, {"Content-Type": f"multipart/form-data; boundary={border}"})["asset_id"]

        status = "queued"
        while status not in ("completed", "failed"):
            status = ask(f"/files/assets/{asset_id}/status?wait=30")["status"]
        print(json.dumps(ask(f"/data/master/{asset_id}?include=evidence"), indent=2))
        """;
}
