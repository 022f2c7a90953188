using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Resumai.SecondOpinion;

/// <summary>Makes what asks an OpenAI-compatible service.</summary>
public static class OpinionSeekers
{
    public static OpinionSeeker Open(SecondOpinionOptions options, TimeProvider clock)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = options.Address,
            NetworkTimeout = options.TimeLimit,
            // One try: a document must not wait for several.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        };
        // The client insists on a key; a service that wants none ignores it.
        var client = new ChatClient(options.Model, new ApiKeyCredential(options.Key ?? "none"), settings);
        return new OpinionSeeker(client.AsIChatClient(), options.TimeLimit, clock);
    }
}
