"""What must hold of the reference data: for the packaged files, imports and edits of the table alike."""
