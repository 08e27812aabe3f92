"""First names out of full names."""

import pytest

from followup.words.greeting import first_name, salutation


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
        ("García Márquez, Gabriel", "Gabriel"),
        ("Da Silva Costa, João", "João"),
        ("van der Berg, Anna", "Anna"),
        ("Berg, Anna van der", "Anna"),
        ("Dr. Roth, Peter", "Peter"),
        ("Ruiz Jr., Dana", "Dana"),
        ("Ruiz, Dana, HR", "Dana"),
        ("Ruiz, Dr. Dana", "Dana"),
        ("Dana Ruiz, Acme", "Dana"),
        ("Dana Ruiz, Acme Corp", "Dana"),
        ("Dana Ruiz, Tom Berg", "Dana"),
        ("Dana Ruiz, PhD, Acme", "Dana"),
        ("Dana, Acme Ltd", "Dana"),
        ("Herrn Dr. Berg", "Herr Dr. Berg"),
        ("Mr. Smith and Ms. Jones", "Mr. Smith and Ms. Jones"),
        ("Dr. Phil Collins", "Phil"),
        ("Wolfeschlegelsteinhausenbergerdorff Senior", "Wolfeschlegelsteinhausenbergerdorff"),
    ],
)
def test_a_person_is_greeted_as_a_careful_writer_would(full: str, first: str) -> None:
    """A given name where there is one, the whole where it must stay whole, nothing where nobody can know."""
    assert first == first_name(full)


@pytest.mark.parametrize(
    ("typed", "plain", "formal"),
    [
        ("Dana", "Hi Dana", "Dear Dana"),
        ("dana ruiz", "Hi Dana", "Dear Dana"),
        ("JANE DOE", "Hi Jane", "Dear Jane"),
        ("Dear Dana,", "Hi Dana", "Dear Dana"),
        ("Dana 🙂", "Hi Dana", "Dear Dana"),
        ("Captain Jane Doe", "Hi Jane", "Dear Captain Doe"),
        ("Dr. O'Neil", "Dear Dr. O'Neil", "Dear Dr. O'Neil"),
        ("MR. O'NEIL", "Dear Mr. O'Neil", "Dear Mr. O'Neil"),
        ("Ms Ruiz", "Dear Ms Ruiz", "Dear Ms Ruiz"),
        ("Engr. Cruz", "Dear Engr. Cruz", "Dear Engr. Cruz"),
        ("Señora Ruiz", "Dear Señora Ruiz", "Dear Señora Ruiz"),
        ("Señora", "Dear Señora", "Dear Señora"),
        ("Judge", "Dear Judge", "Dear Judge"),
        ("Judge Smith", "Dear Judge Smith", "Dear Judge Smith"),
        ("Dame Judi Dench", "Hi Judi", "Dear Dame Judi"),
        ("De La Cruz", "Hi De La Cruz", "Dear De La Cruz"),
        ("Dr. Van Dyke", "Dear Dr. Van Dyke", "Dear Dr. Van Dyke"),
        ("Rev. Al Green", "Hi Al", "Dear Rev. Green"),
        ("Ruiz-san", "Dear Ruiz-san", "Dear Ruiz-san"),
        ("The hiring team", "Dear hiring team", "Dear hiring team"),
        ("HIRING TEAM", "Dear Hiring Team", "Dear Hiring Team"),
        ("Sir or Madam", "Dear Sir or Madam", "Dear Sir or Madam"),
        ("Dana & Tom", "Hi Dana and Tom", "Dear Dana and Tom"),
        ("Dana, Tom and Ana", "Hi Dana, Tom and Ana", "Dear Dana, Tom and Ana"),
        ("Mr and Mrs Smith", "Dear Mr and Mrs Smith", "Dear Mr and Mrs Smith"),
        ("Mr. Smith and Ms. Jones", "Dear Mr. Smith and Ms. Jones", "Dear Mr. Smith and Ms. Jones"),
        ("Mr. John Smith and Ms. Ana Jones", "Hi John and Ana", "Dear Mr. Smith and Ms. Jones"),
        ("Herr Schmidt und Frau Müller", "Dear Herr Schmidt and Frau Müller", "Dear Herr Schmidt and Frau Müller"),
        ("Dr. Ruiz, Dr. Berg", "Dear Dr. Ruiz and Dr. Berg", "Dear Dr. Ruiz and Dr. Berg"),
        ("Dr. Smith and Dana Ruiz", "Dear Dr. Smith and Dana Ruiz", "Dear Dr. Smith and Dana Ruiz"),
        ("Dana and Mr. Smith", "Hi Dana and Mr. Smith", "Dear Dana and Mr. Smith"),
        ("Herrn Dr. Berg", "Dear Herr Dr. Berg", "Dear Herr Dr. Berg"),
        ("Dana Ruiz, Tom Berg", "Hi Dana", "Dear Dana"),
        ("Dean", "Hi Dean", "Dear Dean"),
        ("AJ", "Hi AJ", "Dear AJ"),
        ("ANA", "Hi Ana", "Dear Ana"),
        ("Mr.", "Hello", "Hello"),
        ("J. Smith", "Hello", "Hello"),
        ("To whom it may concern", "Hello", "Hello"),
        ("dana@example.com", "Hello", "Hello"),
        ("", "Hello", "Hello"),
    ],
)
def test_a_letter_opens_as_one_writes_to_that_person(typed: str, plain: str, formal: str) -> None:
    """Whatever stands where a first name was asked for, the greeting is one a native would write."""
    assert (plain, formal) == (salutation(typed), salutation(typed, formal=True))


@pytest.mark.parametrize(
    ("title", "surname", "opening"),
    [
        ("Ms", "Ruiz", "Dear Ms Ruiz"),
        ("ms", "de la cruz", "Dear Ms de la Cruz"),
        ("-san", "Ruiz", "Dear Ruiz-san"),
        ("san", "Tanaka", "Dear Tanaka-san"),
        ("Dr.", "O'NEIL", "Dear Dr. O'Neil"),
        ("Ms", "", "Dear Dana"),
        ("", "Ruiz", "Dear Dana"),
    ],
)
def test_a_formal_letter_takes_title_and_family_name_together(title: str, surname: str, opening: str) -> None:
    """One without the other is no greeting in English."""
    assert opening == salutation("Dana", title=title, surname=surname, formal=True)
