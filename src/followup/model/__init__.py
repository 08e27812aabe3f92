"""The words of this project: questions, cases, plans and answers."""
