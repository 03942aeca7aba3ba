"""Commands about people: two who are one, who is shown how, what is held on somebody."""
