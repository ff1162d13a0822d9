package io.frontdesk.access.notice;

import io.frontdesk.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a person is to be told by mail. Published inside the transaction that causes it,
/// so that the mail is sent exactly if that commits.
///
/// A token in it lets its holder in: whoever keeps it encrypts it, and no longer than needed.
public sealed interface Notice {
  /// Whom it is about; null for somebody who is not known yet.
  @Nullable UUID user();

  /// Where it goes.
  String address();

  Language language();

  /// When it is no longer of any use.
  Instant until();

  /// A new password can be chosen.
  ///
  /// @param token shows that the mail was read
  record ResetPassword(UUID user, String address, Language language, Instant until, String token)
      implements Notice {}

  /// An address is to be confirmed by whoever reads its mails.
  ///
  /// @param token shows that the mail was read
  record ConfirmAddress(UUID user, String address, Language language, Instant until, String token)
      implements Notice {}

  /// A password was changed, which its person should know if it was not them.
  record PasswordChanged(UUID user, String address, Language language, Instant until)
      implements Notice {}

  /// A person has another address now, which the mailbox of the one before should know if it was
  /// not them.
  ///
  /// @param address the one before
  /// @param now the one that was given instead
  /// @param token shows that the mail was read
  record AddressChanged(
      UUID user, String address, String now, Language language, Instant until, String token)
      implements Notice {}

  /// A business would like somebody to work with it.
  ///
  /// @param user null if nobody of that address is known
  /// @param inviter who invites them
  /// @param token shows that the mail was read
  record Invited(
      TenantId tenant,
      String business,
      String inviter,
      @Nullable UUID user,
      String address,
      Language language,
      Instant until,
      String token)
      implements Notice {}
}
