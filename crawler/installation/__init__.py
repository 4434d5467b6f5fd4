"""What belongs to one machine: its configuration, the hours of its sites, the daily timer, whom it tells."""
