"""Audits of archives on AWS: Step Functions leads, S3 is read, and a table of their own keeps what was found."""
