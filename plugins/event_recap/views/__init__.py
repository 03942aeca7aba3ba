"""What templates receive: frozen values, already permitted, already worded, URLs resolved."""
