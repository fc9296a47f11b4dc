import LinearAlgebra
import Testing

struct MatrixTests {
  @Test func elementsStandRowByRow() {
    var matrix = Matrix([[1, 2, 3], [4, 5, 6]])
    #expect((matrix.rows, matrix.columns) == (2, 3))
    #expect(matrix.elements == [1, 2, 3, 4, 5, 6])
    #expect(matrix[1, 0] == 4)
    matrix[0, 2] = 7
    #expect(matrix.row(0) == [1, 2, 7])
    #expect(matrix == Matrix(rows: 2, columns: 3, elements: [1, 2, 7, 4, 5, 6]))
  }

  @Test func emptyMatrices() {
    #expect(Matrix([]) == Matrix(rows: 0, columns: 0))
    #expect(Matrix([[], []]) == Matrix(rows: 2, columns: 0))
    #expect(Matrix(rows: 0, columns: 3).transposed == Matrix(rows: 3, columns: 0))
  }

  @Test func transposingSwapsRowsAndColumns() {
    let matrix = Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(matrix.transposed == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(matrix.transposed.transposed == matrix)
  }

  @Test func outsideTraps() async {
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 3)[0, 3] }
    await #expect(processExitsWith: .failure) { _ = Matrix([[1], [2, 3]]) }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: .max, columns: 2) }
  }
}
