package io.frontdesk.business;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// What kind of business it is; chooses the receptionist's template.
@TypeDef(type = DataType.STRING, converter = WireName.class)
public enum Industry {
  @JsonProperty("home_services")
  HOME_SERVICES,
  @JsonProperty("medical_dental")
  MEDICAL_DENTAL,
  @JsonProperty("law_firm")
  LAW_FIRM,
  @JsonProperty("salon")
  SALON,
  @JsonProperty("mortgage")
  MORTGAGE,
  @JsonProperty("property_management")
  PROPERTY_MANAGEMENT,
  @JsonProperty("restaurant")
  RESTAURANT,
  @JsonProperty("elder_checkin")
  ELDER_CHECKIN
}
