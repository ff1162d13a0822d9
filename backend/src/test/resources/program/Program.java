import frontdesk.client.ApiClient;
import frontdesk.client.ApiException;
import frontdesk.client.CallsApi;
import frontdesk.client.IdentityApi;
import frontdesk.client.LeadsApi;
import frontdesk.client.model.LeadDetailsPatch;
import frontdesk.client.model.LeadEntry;
import frontdesk.client.model.LeadStatus;
import java.util.UUID;

/// What an engineer at another company writes with a client generated from the API's document:
/// lists all calls with their words, page by page, and keeps a lead.
class Program {
  /// @param arguments the service's address, and the client's id and secret
  public static void main(String[] arguments) throws ApiException {
    var client = new ApiClient();
    client.setBasePath(arguments[0]);
    var token =
        new IdentityApi(client)
            .postOauthToken("client_credentials", arguments[1], arguments[2], null);
    client.setBearerToken(token.getAccessToken());
    System.out.println("may: " + token.getScope());

    var calls = new CallsApi(client);
    String cursor = null;
    do {
      var page = calls.getCalls(null, null, null, null, null, null, null, null, null, 1, cursor);
      for (var call : page.getData()) {
        System.out.println("call: " + call.getFrom() + ", " + call.getState().getValue());
        for (var turn : calls.getCallsByIdTranscript(call.getId()).getTurns()) {
          System.out.println(turn.getSpeaker().getValue() + ": " + turn.getText());
        }
      }
      cursor = page.getNextCursor();
    } while (cursor != null);

    var leads = new LeadsApi(client);
    var entry = new LeadEntry().phone("+14155550123").name("Ana Diaz").intent("a new door");
    var lead = leads.postLeads(entry, "first-lead");
    var again = leads.postLeads(entry, "first-lead");
    System.out.println("one lead: " + lead.getId().equals(again.getId()));
    lead = leads.getLeadsById(lead.getId());
    String read = client.getResponseHeaders().get("ETag").getFirst();
    leads.patchLeadsById(lead.getId(), new LeadDetailsPatch().status(LeadStatus.CONTACTED), read);
    lead = leads.getLeadsById(lead.getId());
    System.out.println(
        "lead: " + lead.getName() + ", " + lead.getIntent() + ", " + lead.getStatus().getValue());
    try {
      leads.patchLeadsById(lead.getId(), new LeadDetailsPatch().name("Anna"), read);
    } catch (ApiException stale) {
      System.out.println("stale: " + stale.getCode());
    }
    try {
      leads.getLeadsById(UUID.randomUUID());
    } catch (ApiException unknown) {
      System.out.println("unknown: " + unknown.getCode());
    }
    try {
      new LeadsApi(client).deleteLeadsById(lead.getId());
      System.out.println("deleted");
      leads.getLeadsById(lead.getId());
    } catch (ApiException gone) {
      System.out.println("gone: " + gone.getCode());
    }
  }
}
