"""After the Interview: when and how to follow up, as plans, letters and checks."""
