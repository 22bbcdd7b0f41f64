"""The description of the HTTP interface in OpenAPI 3.1; tests hold it and the handlers together."""
