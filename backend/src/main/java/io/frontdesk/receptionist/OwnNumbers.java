package io.frontdesk.receptionist;

import io.frontdesk.phonenumber.PhoneNumber;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Problem.FieldProblem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The numbers at which the business's own receptionist answers: whoever is handed over to one of
/// them would come back, again and again. To be asked in the tenant's transaction.
@Singleton
public class OwnNumbers {
  private final PhoneNumbers numbers;

  OwnNumbers(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /// All of them.
  public Set<E164> of(TenantId tenant) {
    return numbers.findByTenantIdOrderById(tenant).stream()
        .map(PhoneNumber::number)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Which of these people have one of them.
  List<FieldProblem> problems(TenantId tenant, List<TransferTarget> targets) {
    if (targets.isEmpty()) {
      return List.of();
    }
    Set<E164> own = of(tenant);
    return IntStream.range(0, targets.size())
        .filter(i -> own.contains(targets.get(i).number()))
        .mapToObj(
            i ->
                new FieldProblem(
                    TransferTarget.pointer(i) + "/number",
                    "is one of your own numbers: its calls come here"))
        .toList();
  }
}
