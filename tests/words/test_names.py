"""First names out of full names."""

import pytest

from followup.words.names import first_name


@pytest.mark.parametrize(
    ("full", "first"),
    [
        ("Dana Ruiz", "Dana"),
        ("Dana", "Dana"),
        ("  Dana   Ruiz ", "Dana"),
        ("Ruiz, Dana", "Dana"),
        ("Dana Ruiz, PhD", "Dana"),
        ("Dr. Ana Ruiz", "Ana"),
        ("Dr. Ruiz", "Dr. Ruiz"),
        ("Prof. Dr. Müller", "Prof. Dr. Müller"),
        ("Ms van der Berg", "Ms van der Berg"),
        ("Ludwig van Beethoven", "Ludwig"),
        ("van der Berg", ""),
        ("Jean-Luc Picard", "Jean-Luc"),
        ("D'Arcy O'Neill", "D'Arcy"),
        ("O'Brien", "O'Brien"),
        ("D. Ruiz", ""),
        ("J.R.R. Tolkien", ""),
        ("J Smith", ""),
        ("山田 太郎", "山田 太郎"),
        ("김민준", "김민준"),
        ("Иван Петров", "Иван"),
        ("محمد علي", "محمد"),
        ("Dana Ruiz (HR)", "Dana"),
        ("dana@example.com", ""),
        ("", ""),
        (",", ""),
        ("Al Gore", "Al"),
        ("Dr. med. Anna Schmidt", "Anna"),
        ("Dr. h. c. Schmidt", "Dr. h. c. Schmidt"),
        ("Dipl.-Ing. Hans Maier", "Hans"),
        ("Sra. Ana López", "Ana"),
        ("Mr and Mrs Smith", "Mr and Mrs Smith"),
        ("Dana Ruiz, HR", "Dana"),
        ("Dana Ruiz, Senior Recruiter", "Dana"),
        ("García López, María", "María"),
        ("Dr. Phil Collins", "Phil"),
        ("Wolfeschlegelsteinhausenbergerdorff Senior", "Wolfeschlegelsteinhausenbergerdorff"),
    ],
)
def test_a_person_is_greeted_as_a_careful_writer_would(full: str, first: str) -> None:
    """A given name where there is one, the whole where it must stay whole, nothing where nobody can know."""
    assert first == first_name(full)
