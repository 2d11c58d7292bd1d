"""What is done to finished HTML on its way out. Knows nothing of the data: only of built pages."""
