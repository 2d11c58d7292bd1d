"""The promises of the project, each as a test whose name a user could read."""
