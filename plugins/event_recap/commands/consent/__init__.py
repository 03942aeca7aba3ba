"""What each level would show of somebody, and what they answered."""
