package io.frontdesk.access.team;

import io.frontdesk.access.Person;
import io.frontdesk.access.Role;
import io.frontdesk.access.Sessions;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes who works with a business. What counts is the role that a person has now, not the one
/// that their token was issued for; and there is always an owner.
@Singleton
class Team {
  static final String MEMBER = "member";

  private final Tenancy tenancy;
  private final Members members;
  private final Sessions sessions;
  private final AuditLog audit;

  Team(Tenancy tenancy, Members members, Sessions sessions, AuditLog audit) {
    this.tenancy = tenancy;
    this.members = members;
    this.sessions = sessions;
    this.audit = audit;
  }

  /// Gives a member another role, which their next access token carries.
  ///
  /// @throws RequestException.Forbidden if the person may not
  /// @throws RequestException.Conflict `last_owner`
  Member change(Person person, Actor actor, UUID id, Role role, @Nullable String ifMatch) {
    TenantId tenant = person.tenant();
    return tenancy.run(
        tenant,
        () -> {
          Role mine = manager(person);
          Member member = existing(tenant, id);
          ETag.check(ifMatch, member.version(), MEMBER);
          mayTouch(mine, member.role());
          mayTouch(mine, role);
          if (role != Role.OWNER) {
            keepAnOwner(tenant, member);
          }
          members.changeRole(tenant.value(), id, role);
          Member changed = existing(tenant, id);
          audit.record(tenant, actor, Change.updated(MEMBER, id, member.facts(), changed.facts()));
          return changed;
        });
  }

  /// Takes a member out, perhaps the person themself, and ends their sessions here.
  ///
  /// @throws RequestException.Forbidden if the person may not
  /// @throws RequestException.Conflict `last_owner`
  void remove(Person person, Actor actor, UUID id) {
    TenantId tenant = person.tenant();
    tenancy.run(
        tenant,
        () -> {
          Role mine = manager(person);
          Member member = existing(tenant, id);
          mayTouch(mine, member.role());
          remove(tenant, actor, member);
        });
  }

  /// Takes the person themself out, whatever their role, and ends their sessions here.
  ///
  /// @throws RequestException.Conflict `last_owner`
  void leave(Person person, Actor actor) {
    TenantId tenant = person.tenant();
    tenancy.run(
        tenant,
        () -> {
          members.lockTeam(tenant.value());
          remove(tenant, actor, memberNow(person));
        });
  }

  private void remove(TenantId tenant, Actor actor, Member member) {
    keepAnOwner(tenant, member);
    audit.record(tenant, actor, Change.deleted(MEMBER, member.id(), member.facts()));
    members.remove(tenant.value(), member.id());
    sessions.endAt(tenant, member.userId());
  }

  /// Locks the team.
  ///
  /// @return the role of a person who may manage it
  Role manager(Person person) {
    members.lockTeam(person.tenant().value());
    Role role = memberNow(person).role();
    if (!role.includes(Role.ADMIN)) {
      throw new RequestException.Forbidden(
          "Your role here is %s now; this needs admin.".formatted(WireName.of(role)));
    }
    return role;
  }

  /// @throws RequestException.Forbidden unless somebody of role `mine` may make or change a `role`
  static void mayTouch(Role mine, Role role) {
    if (role == Role.OWNER && mine != Role.OWNER) {
      throw new RequestException.Forbidden("Only an owner can make, change or remove owners.");
    }
  }

  private Member memberNow(Person person) {
    return members
        .findPerson(person.tenant().value(), person.id())
        .orElseThrow(
            () ->
                new RequestException.Forbidden("You are not a member of this business any more."));
  }

  private Member existing(TenantId tenant, UUID id) {
    return members
        .find(tenant.value(), id)
        .orElseThrow(() -> new RequestException.NotFound(MEMBER, id));
  }

  private void keepAnOwner(TenantId tenant, Member member) {
    if (member.role() == Role.OWNER && members.owners(tenant.value()) == 1) {
      throw new RequestException.Conflict(
          "last_owner",
          "The last owner stays",
          "A business has an owner. Make somebody else an owner first.");
    }
  }
}
