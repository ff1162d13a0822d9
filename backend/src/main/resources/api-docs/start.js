// Shows the document that this service serves. Nothing is fetched from anywhere else.
SwaggerUIBundle({
  url: "/api/v1/openapi.yml",
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "list",
  persistAuthorization: false,
  validatorUrl: null,
});
