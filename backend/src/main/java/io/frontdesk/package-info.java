/// Starts Frontdesk, the service that answers the phone for small businesses. The rooms below this
/// package are listed in `docs/architecture.md`; nothing of ours imports this package.
@OpenAPIDefinition(
    info =
        @Info(
            title = "Frontdesk",
            version = "1",
            description =
                "An AI receptionist for small businesses: its calls and what they leave."))
@NullMarked
package io.frontdesk;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.jspecify.annotations.NullMarked;
