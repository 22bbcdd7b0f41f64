"""What browsers load: the editor page, and the web component `<treaty-check>` with its modules. Nothing is built."""
