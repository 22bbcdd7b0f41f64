"""The AWS side: request schema, routes, the DynamoDB store and its loader. It knows no grammar."""
