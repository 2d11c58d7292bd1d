"""What shows whether promises are kept: answers and how they are shown, activities, and what people
say.
"""
