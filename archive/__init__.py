"""The domain: model, reading, repair, storage and search of campaign texts. No network."""
