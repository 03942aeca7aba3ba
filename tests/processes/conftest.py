"""What tests start as a program of its own is no module to be imported."""

collect_ignore = ["elsewhere.py", "faulty.py", "warm_server.py"]
