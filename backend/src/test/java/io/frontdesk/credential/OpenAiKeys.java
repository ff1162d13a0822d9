package io.frontdesk.credential;

import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.testing.RunningService;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// Keys of OpenAI's stand-in, made as its console would make them.
final class OpenAiKeys {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private OpenAiKeys() {}

  /// @param may what the stand-in's control takes: `credit`, `realtime`
  static String make(RunningService service, String may) {
    var platform = service.bean(OpenAiConfiguration.class);
    var request =
        HttpRequest.newBuilder(platform.api().resolve("/sandbox/keys"))
            .header("Authorization", "Bearer " + platform.key())
            .POST(BodyPublishers.ofString(may))
            .build();
    try {
      var answer = HTTP.send(request, BodyHandlers.ofString());
      return answer.body().replaceAll(".*\"key\": \"([^\"]+)\".*", "$1");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
