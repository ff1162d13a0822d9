package io.frontdesk.access.team;

import io.frontdesk.access.Person;
import io.frontdesk.access.Role;
import io.frontdesk.audit.Actor;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The people of a business.
@Controller("/api/v1/team/members")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
class MemberController {
  private final Members members;
  private final Team team;
  private final Tenancy tenancy;

  MemberController(Members members, Team team, Tenancy tenancy) {
    this.members = members;
    this.team = team;
    this.tenancy = tenancy;
  }

  /// What can be changed of a member.
  @Introspected
  record MemberChange(@NotNull Role role) {}

  /// Members, the one who joined last first.
  @Get
  Page<Member> list(TenantId tenant, @Valid @RequestBean PageQuery page) {
    return Page.of(
        tenancy.run(tenant, () -> members.newestFirst(tenant.value(), page.before(), page.fetch())),
        page,
        Member::id);
  }

  /// One member.
  @Get("/{id}")
  HttpResponse<Member> get(TenantId tenant, UUID id) {
    return answer(
        tenancy
            .run(tenant, () -> members.find(tenant.value(), id))
            .orElseThrow(() -> new RequestException.NotFound(Team.MEMBER, id)));
  }

  /// Gives a member another role; it holds from their next access token on, within 15 minutes.
  /// Only owners make and unmake owners, and the last owner stays one.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  HttpResponse<Member> change(
      Person person,
      Actor actor,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body @Valid MemberChange change) {
    return answer(team.change(person, actor, id, change.role(), ifMatch));
  }

  /// Leaves the business, whatever one's role there; one's sessions here end. The last owner stays.
  @Delete("/me")
  @Status(HttpStatus.NO_CONTENT)
  void leave(Person person, Actor actor) {
    team.leave(person, actor);
  }

  /// Takes a member out, or leaves, and ends their sessions here. Access tokens live on for at most
  /// 15 minutes. The last owner stays.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(Person person, Actor actor, UUID id) {
    team.remove(person, actor, id);
  }

  private static HttpResponse<Member> answer(Member member) {
    return ETag.answer(HttpStatus.OK, member, member.version());
  }
}
